"""What a run is asked to do: options, and `planlint.toml`, as one frozen value for each document."""

from planlint.config.find import FILE_NAME, Configurations, configurations
from planlint.config.settings import Config, Exemption, FailOn

__all__ = ["FILE_NAME", "Config", "Configurations", "Exemption", "FailOn", "configurations"]
