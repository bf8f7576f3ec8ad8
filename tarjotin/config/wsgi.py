"""What the web server runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tarjotin.config.settings")
application = get_wsgi_application()

from tarjotin.words.thesaurus import LANGUAGES, find  # noqa: E402  when the application stands

# The wordings of all languages are read before the first visitor comes: several at once would each read them, and wait.
find("tarjotin", LANGUAGES)

# What is loaded once stays: looking through all of it for garbage at the usual pace is a tenth of each answer's cost.
gc.freeze()
gc.set_threshold(20_000, 20, 100)
