package dev.entrepot.storage.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A database's address in PostgreSQL's own form, {@code postgresql://user:password@host:port/database?parameter=value}, taken
 * apart for JDBC. User and password are percent-encoded in it.
 */
record PostgresUrl(String jdbc, String user, String password) {
    static PostgresUrl of(URI url) {
        String scheme = String.valueOf(url.getScheme());
        if (!(scheme.equals("postgresql") || scheme.equals("postgres")) || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "A database address is postgresql://user:password@host:port/database, not '" + withoutSecret(url)
                            + "'");
        }
        String[] credentials = (url.getRawUserInfo() == null ? "" : url.getRawUserInfo()).split(":", 2);
        String authority = url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return new PostgresUrl(
                "jdbc:postgresql://" + authority + url.getRawPath() + query,
                decode(credentials[0]),
                credentials.length > 1 ? decode(credentials[1]) : "");
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String withoutSecret(URI url) {
        return url.getRawUserInfo() == null ? url.toString() : url.toString().replace(url.getRawUserInfo() + "@", "");
    }

    @Override
    public String toString() {
        return jdbc; // never the password
    }
}
