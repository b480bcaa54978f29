"""Records that say why their plain fields say what they say: which fields, kind by kind, and why."""
from __future__ import annotations

from typing import Generic, TypeVar, get_args

from macros.model.record import Reason, Record

Fields = TypeVar("Fields", bound=str)


class Explaining(Record, Generic[Fields]):
    """A record that may say why some of its plain fields, `Fields`, say what they say; sentences carry their own basis."""

    basis_of: dict[Fields, Reason] = {}

    @classmethod
    def explainable(cls) -> tuple[str, ...]:
        """The fields that a record of this kind may explain. Each has its mark beside the value, wherever its own page shows that."""
        return get_args(get_args(cls.model_fields["basis_of"].annotation)[0])

    @property
    def explained_in_vain(self) -> tuple[str, ...]:
        """The fields that are explained though nothing stands in them."""
        values = {info.alias or name: getattr(self, name) for name, info in type(self).model_fields.items()}
        return tuple(field for field in self.basis_of if values[field] in (None, (), "not-stated"))
