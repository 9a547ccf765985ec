-- Cơ sở dữ liệu thứ hai, của giao diện.
CREATE DATABASE giao_dien OWNER tonghop;
