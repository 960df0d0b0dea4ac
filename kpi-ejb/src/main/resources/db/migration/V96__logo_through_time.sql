-- a logo is recorded as a setting of its time: at most 170 × 640 pixels, as base64
alter table setting_history alter column text_value set data type varchar(600000);
