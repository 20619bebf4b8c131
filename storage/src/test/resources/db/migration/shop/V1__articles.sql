CREATE TABLE article (name TEXT ${bytewise} NOT NULL PRIMARY KEY) ${clustered};
