"""The briefing: what changed in a period, what was achieved and what needs a decision.

`compose(scope.of(campaign, period, filters, lang), parts)` makes a `Briefing` (`data.briefing.content`);
`formats.write(key, scope, parts)` makes a file of it, `slides.slides(briefing)` cuts it into slides.
"""
