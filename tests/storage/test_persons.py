"""No table can get a person's number, or words, that nobody thinks of."""

from sqlalchemy import Text

from storage.persons import NOBODYS, NUMBERS, OF_CHATS, OF_PEOPLE, RAW
from storage.tables import metadata
from storage.tables.columns import TelegramId


def test_every_number_of_telegrams_is_somebodys_or_it_is_said_whose() -> None:
    missing = []
    for table in metadata.tables.values():
        listed = {*OF_PEOPLE.get(table.name, ()), *OF_CHATS.get(table.name, ())}
        for column in table.columns:
            leads = {key.target_fullname for key in column.foreign_keys}
            is_number = column.type is TelegramId or leads & {"people.id", "chats.id"}
            excused = {column.name, f"{table.name}.{column.name}"} & NUMBERS.keys()
            if is_number and column.name not in listed and not excused:
                missing.append(f"{table.name}.{column.name}")
    assert missing == []


def test_every_table_is_handed_out_or_it_is_said_why_not() -> None:
    whole = OF_PEOPLE.keys() | OF_CHATS.keys() | RAW.keys()
    assert whole | NOBODYS.keys() == metadata.tables.keys()
    assert whole & NOBODYS.keys() == set()
    assert all(NOBODYS.values())
    assert all(NUMBERS.values())


def test_the_lists_name_what_is_there() -> None:
    for columns in (OF_PEOPLE, OF_CHATS):
        for name, listed in columns.items():
            assert set(listed) <= {one.name for one in metadata.tables[name].columns}
    for name, column in RAW.items():
        assert isinstance(metadata.tables[name].columns[column].type, Text)
