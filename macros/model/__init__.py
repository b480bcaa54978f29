"""What the handbook is made of."""
from macros.model.handbook import Handbook

__all__ = ["Handbook"]
