"""What a consultation is shown as: the answer form, the compilation, the account."""
