"""Whatever stands in a file, it gives a rule or one error with the file's name: nothing else, and soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planlint.errors import UsageError

if TYPE_CHECKING:
    from tests.rulebook.conftest import Own

RULE = "goals/unserved-goal.yaml"
PIECES = st.one_of(
    st.sampled_from(
        [":", " ", "\n", "  ", "- ", "[", "]", "{", "}", "&a ", "*a", "!!int ", "|", ">", "'", '"', "#", "~"]
    ),
    st.sampled_from(
        ["\t", "\x00", "\ufeff", "---\n", "...\n", "%YAML 1.2\n", "? ", "<<: ", "{code}", "{0}", "{code!r}"]
    ),
    st.sampled_from(["true", "17", "9" * 5_000, "0x1F", "1e999", ".inf", "2020-02-30", "\\ud800", "åäö"]),
    st.text(max_size=5),
)
SPOTS = st.integers(0, 1_200)
EDITS = st.lists(st.tuples(SPOTS, st.integers(0, 40), PIECES), min_size=1, max_size=4)


def edited(text: str, edits: list[tuple[int, int, str]]) -> bytes:
    for at, length, piece in edits:
        text = text[: at % len(text)] + piece + text[at % len(text) + length :]
    return text.encode("utf-8", "surrogatepass")


def told(own: Own) -> tuple[str, ...]:
    """The error in both languages, or nothing where the one rule is read."""
    try:
        rules = own.read().rules
    except UsageError as error:
        return error.sv, error.en
    assert [rule.name for rule in rules] == ["unserved-goal"]
    return ()


@settings(max_examples=400, deadline=1_000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_a_rule_file_with_anything_in_it(own: Own, edits: list[tuple[int, int, str]], rule_text: str) -> None:
    own.write(RULE, edited(rule_text, edits))
    for line in told(own):
        assert line.startswith(f"rules/{RULE}:")
        assert len(line.splitlines()) == 1
        assert len(line) < 400


@settings(max_examples=200, deadline=1_000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.one_of(
        st.binary(max_size=200), st.lists(PIECES, max_size=30).map(lambda p: "".join(p).encode("utf-8", "replace"))
    )
)
def test_a_framework_file_of_anything(own: Own, data: bytes) -> None:
    own.write("frameworks/sund.yaml", data)
    sv, en = own.mistake()
    assert sv.startswith("rules/frameworks/sund.yaml:")
    assert en.startswith("rules/frameworks/sund.yaml:")
