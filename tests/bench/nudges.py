from tests.bench.place import Place


def run(place: Place):
    return []
