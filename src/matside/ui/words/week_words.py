"""The running week and the weeks in a row, in words."""

from matside.core.history.weeks import LEAST_ROW, Habit, ThisWeek
from matside.ui.words.translation import translate


def week_words(week: ThisWeek) -> str:
    """Return how far the running week is: `Week done`, `1 of 2 this week`."""
    if not week.is_due:
        return translate("Week", "Week done")
    pattern = translate("Week", "{done} of {goal} this week")
    return pattern.format(done=week.done, goal=week.goal)


def goal_words(week: ThisWeek) -> str:
    """Return how many sessions made the running week: `goal: 1 a week`; "" while it is due."""
    if week.is_due:
        return ""
    return translate("Week", "goal: {goal} a week").format(goal=week.goal)


def due_words(week: ThisWeek) -> str:
    """Return what is still to do in the running week: `This week is due`; "" for nothing."""
    if not week.is_due:
        return ""
    return week_words(week) if week.done else translate("Week", "This week is due")


def done_words(week: ThisWeek) -> str:
    """Return that nothing is to be done in the running week: `This week is done`; else ""."""
    return "" if week.is_due else translate("Week", "This week is done")


def row_words(habit: Habit) -> str:
    """Return how many weeks in a row counted, in short: `6 in a row`; "" where there is no row."""
    weeks = habit.streak.now
    if weeks < LEAST_ROW:
        return ""
    return translate("Week", "{weeks} in a row").format(weeks=weeks)


def weeks_words(habit: Habit) -> str:
    """Return the same in full: `6 weeks in a row`."""
    weeks = habit.streak.now
    if weeks < LEAST_ROW:
        return ""
    return translate("Week", "{weeks} weeks in a row").format(weeks=weeks)


def spoken_habit(habit: Habit) -> str:
    """Return the running week and the row for those who do not see them."""
    aside = weeks_words(habit) or goal_words(habit.week)
    return ". ".join(filter(None, (week_words(habit.week), aside)))
