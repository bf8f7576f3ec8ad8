from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "tarjotin.jobs"
    label = "jobs"
    default_auto_field = "django.db.models.BigAutoField"
