"""What is sealed opens only with its key, for its row; a destroyed key opens nothing."""

from __future__ import annotations

import pytest

from bot.crypto import SealBroken, Vault

OLD, NEW = {"k1": b"1" * 32}, {"k2": b"2" * 32, "k1": b"1" * 32}


def test_a_text_opens_only_for_its_row() -> None:
    key = Vault(OLD, b"index").common
    sealed = key.seal("Léa", "row.first_name")
    assert key.open(sealed, "row.first_name") == "Léa"
    with pytest.raises(SealBroken):
        key.open(sealed, "another.first_name")
    with pytest.raises(SealBroken):
        key.open(sealed[:-1] + bytes([sealed[-1] ^ 1]), "row.first_name")


def test_rotation_wraps_again_and_opens_what_was_sealed_before() -> None:
    before, after = Vault(OLD, b"index"), Vault(NEW, b"index")
    wrapped = before.new_key()
    sealed = before.unwrap(wrapped).seal("Léa", "row")
    again = after.rewrap(wrapped)
    assert not after.is_current(wrapped)
    assert after.is_current(again)
    assert after.unwrap(again).open(sealed, "row") == "Léa"


def test_a_key_that_is_gone_opens_nothing() -> None:
    wrapped = Vault(NEW, b"index").new_key()
    with pytest.raises(SealBroken):
        Vault(OLD, b"index").unwrap(wrapped)


def test_the_index_does_not_rotate_with_the_data_keys_and_differs_between_installations() -> None:
    number = "+33639980142"
    assert Vault(OLD, b"index").index(number) == Vault(NEW, b"index").index(number)
    assert Vault(OLD, b"index").index(number) != Vault(OLD, b"other").index(number)
    assert number not in Vault(OLD, b"index").index(number)
