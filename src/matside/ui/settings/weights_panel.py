"""The panel of the weights: what light, medium and heavy weigh, of each kind of thing."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from matside.core.settings import Settings
from matside.core.weights import Implement, Level, Load, Unit
from matside.core.workout.loads import next_load, next_step, step_in, with_load, with_step
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.settings.rows.load_row import LoadRow
from matside.ui.settings.rows.turn_row import TurnRow
from matside.ui.settings.settings_panel import SettingsPanel, Tell
from matside.ui.words.translation import translate
from matside.ui.words.weight_words import implement_name, level_word

IMPLEMENTS, LEVELS = tuple(Implement), tuple(Level)


class WeightsPanel(SettingsPanel):
    """The unit, the kind of thing, of that three loads and the step, and what may be proposed.

    On the line `things` the athlete turns from one kind to the next.
    """

    icon = Icon.DUMBBELL

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        super().__init__(sheet, theme, tell)
        self.heading = translate("Settings", "Weights")
        self._implements: tuple[Implement, ...] = IMPLEMENTS
        self._chosen: Implement | None = None
        self._settings = Settings()
        unit = self._choice(
            "unit", translate("Settings", "Weights in"), [(unit, unit.value) for unit in Unit]
        )
        self.things = TurnRow(
            sheet,
            theme,
            translate("Settings", "Weight of"),
            translate("Settings", "what one weighs"),
        )
        self.things.turned.connect(lambda place: self.show_implement(self._implements[place]))
        self._levels = {level: self._level(level) for level in LEVELS}
        self._step = self._load(
            translate("Settings", "One step"),
            lambda settings, by: with_step(
                settings, self.implement, next_step(settings, self.implement, by)
            ),
            lambda settings, load: with_step(settings, self.implement, load),
            translate("Settings", "to the next one"),
        )
        proposes = self._switch(
            "proposes",
            translate("Settings", "Say what to try next"),
            translate("Settings", "after three good sessions"),
        )
        self._shows.append(self._show)
        self.lines = (unit, self.things, *self._levels.values(), self._step, proposes)

    @property
    def implement(self) -> Implement:
        """The kind of thing that is shown: that chosen, else the first that is offered."""
        return self._chosen or self._implements[0]

    def offer_first(self, asked: Sequence[Implement]) -> None:
        """Offer the kinds of things that are `asked` for before all others, from now on."""
        self._implements = tuple(dict.fromkeys((*asked, *IMPLEMENTS)))

    def show_implement(self, of: Implement) -> None:
        """Show what the weights `of` this kind weigh."""
        self._chosen = of
        self._show(self._settings)

    def line_of(self, level: Level) -> LoadRow:
        """Return the line on which it is typed what `level` weighs."""
        return self._levels[level]

    def _show(self, settings: Settings) -> None:
        self._settings = settings
        names = [implement_name(of) for of in self._implements]
        self.things.show_words(names, self._implements.index(self.implement))
        known = settings.weights.get(self.implement, {})
        for level, row in self._levels.items():
            row.show_load(known.get(level), settings.unit)
        is_usual = self.implement not in settings.weight_steps
        self._step.show_load(step_in(settings, self.implement), settings.unit, is_usual=is_usual)

    def _level(self, level: Level) -> LoadRow:
        word = level_word(level)
        return self._load(
            word[:1].upper() + word[1:],
            lambda settings, by: with_load(
                settings, self.implement, level, next_load(settings, self.implement, level, by)
            ),
            lambda settings, load: with_load(settings, self.implement, level, load),
        )

    def _load(
        self,
        name: str,
        stepped: Callable[[Settings, int], Settings],
        typed: Callable[[Settings, Load | None], Settings],
        purpose: str = "",
    ) -> LoadRow:
        row = LoadRow(self._sheet, self._theme, name, purpose)
        row.stepped.connect(lambda by: self._tell(lambda settings: stepped(settings, by)))
        row.typed.connect(lambda load: self._tell(lambda settings: typed(settings, load)))
        return row
