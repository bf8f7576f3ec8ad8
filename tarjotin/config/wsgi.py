"""What the web server runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tarjotin.config.settings")
application = get_wsgi_application()

# What is loaded once stays: looking through all of it for garbage at the usual pace is a tenth of each answer's cost.
gc.freeze()
gc.set_threshold(20_000, 20, 100)
