"""The form of a comment."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from marsad.desk.comments import spam

LONGEST_NAME, LONGEST, SHORTEST = 80, 4000, 2


class CommentForm(forms.Form):
    """Name, e-mail and text as readers know them, a trap for machines, and the form's signed age.

    What was typed as e-mail is never written back, not even into a form with an error.
    """

    name = forms.CharField(
        label=_("Name"), max_length=LONGEST_NAME, widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"})
    )
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("Kept for the moderators of this site alone; never shown."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )
    text = forms.CharField(
        label=_("Comment"),
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
    )
    website = forms.CharField(  # people do not see it; machines fill in whatever there is
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    stamp = forms.CharField(max_length=300, widget=forms.HiddenInput)
    to = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1, widget=forms.HiddenInput)

    def __init__(self, article: int, data: Any = None, **more: Any) -> None:
        """``article`` is the number of the article that is commented on."""
        super().__init__(data, **more)
        self.article = article
        self.fields["stamp"].initial = spam.stamp(article)

    def fresh_stamp(self) -> str:
        """A stamp of now, also in a form that comes back with an error."""
        return spam.stamp(self.article)

    def clean_name(self) -> str:
        """On one line, and something."""
        return self._something(spam.one_line(self.cleaned_data["name"]))

    def clean_text(self) -> str:
        """Plain, with few links, and not said before."""
        text = self._something(spam.plain(self.cleaned_data["text"]))
        if spam.links_in(text) > spam.MOST_LINKS:
            raise ValidationError(_("At most two links, please."))
        if spam.was_sent(self.article, text):
            raise ValidationError(_("This very comment was sent before."))
        return text

    def _something(self, text: str) -> str:
        if not any(char.isalnum() for char in text):
            raise ValidationError(_("There are no words in this."))
        return text

    def clean_website(self) -> str:
        """The trap."""
        if self.cleaned_data["website"]:
            raise ValidationError(_("A field that people do not see was filled in. Send the comment again."))
        return ""

    def clean_stamp(self) -> str:
        """Neither faster than a person nor from a form of yesterday."""
        stamp: str = self.cleaned_data["stamp"]
        age = spam.age(stamp, self.article)
        if age is None or age > spam.OLDEST:
            raise ValidationError(_("The form was open for too long. Your words are kept: send them again."))
        if age < spam.YOUNGEST:
            raise ValidationError(_("That was very fast. Wait a moment and send it again."))
        return stamp
