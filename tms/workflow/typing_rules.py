"""What is replaced while one types, as the house rules of an article's project choose it."""

from tms.text.replacing import find_replacement
from tms.values import HouseRules
from tms.workflow.articles import get_article
from tms.workflow.house_rules import read_rules
from tms.workflow.workspace import Workspace

__all__ = ["find_replacement", "load_house_rules"]


def load_house_rules(workspace: Workspace, ref: str) -> HouseRules:
    """The house rules that hold for an article."""
    with workspace.reading() as session:
        return read_rules(get_article(session, ref).policy)
