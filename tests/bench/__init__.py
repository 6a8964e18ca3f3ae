"""The benchmarks: each figure with a control measured in the same run (`python -m tests.bench`)."""
