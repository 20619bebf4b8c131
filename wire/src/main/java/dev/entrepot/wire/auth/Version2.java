package dev.entrepot.wire.auth;

import dev.entrepot.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;

/** Signature Version 2, which classic SimpleDB's clients put among the parameters of the query or the form. */
final class Version2 {
    private static final String ACCESS_KEY = "AWSAccessKeyId";
    private static final String SIGNATURE = "Signature";
    private static final String VERSION = "SignatureVersion";
    private static final String METHOD = "SignatureMethod";
    private static final String TIMESTAMP = "Timestamp";
    private static final String EXPIRES = "Expires";
    private static final int MAX_TIME_LENGTH = 64;

    private final AccessKeys accessKeys;
    private final ValidityWindow window;
    private final String region;

    Version2(AccessKeys accessKeys, ValidityWindow window, String region) {
        this.accessKeys = accessKeys;
        this.window = window;
        this.region = region;
    }

    static boolean isIn(Parameters parameters) {
        return parameters.has(ACCESS_KEY) || parameters.has(SIGNATURE) || parameters.has(VERSION);
    }

    Caller verify(HttpRequest request, Parameters parameters) {
        requireNothingUnsigned(request);
        String accessKeyId =
                parameters.only(ACCESS_KEY).filter(id -> !id.isEmpty()).orElseThrow(NotAuthenticated::missingToken);
        String signature = required(parameters, SIGNATURE);
        String version = required(parameters, VERSION);
        if (!version.equals("2")) {
            throw invalid(version, VERSION);
        }
        String method = required(parameters, METHOD);
        if (!method.equals(Hmac.SHA256) && !method.equals(Hmac.SHA1)) {
            throw invalid(method, METHOD);
        }
        requireCurrent(parameters);
        if (parameters.has("SecurityToken")) {
            throw NotAuthenticated.unknownKey(); // we issue no session tokens
        }
        String stringToSign = stringToSign(request, parameters);
        var credential = accessKeys.verify(
                accessKeyId,
                signature.getBytes(StandardCharsets.UTF_8),
                candidate -> sign(candidate, method, stringToSign));
        return new Caller(credential.account(), region, credential.accessKeyId());
    }

    /** The signature covers either the form or the query, so the other must be empty. */
    private static void requireNothingUnsigned(HttpRequest request) {
        boolean form = request.method().equals("POST");
        if (form ? !request.rawQuery().isEmpty() : request.body().length > 0) {
            throw NotAuthenticated.malformed(
                    "Signature Version 2 covers the form of a POST or the query of a GET; the other must be empty.");
        }
    }

    private void requireCurrent(Parameters parameters) {
        var expires = parameters.only(EXPIRES);
        if (expires.isPresent() && parameters.has(TIMESTAMP)) {
            throw new NotAuthenticated(
                    AuthFailure.PARAMETER_COMBINATION,
                    "The parameter Timestamp cannot be used with the parameter Expires");
        }
        if (expires.isPresent()) {
            window.requireUnexpired(time(expires.get(), EXPIRES), expires.get());
        } else {
            String timestamp = required(parameters, TIMESTAMP);
            window.requireTimestamp(time(timestamp, TIMESTAMP), timestamp);
        }
    }

    /** Without an offset it is UTC, as in the examples AWS documents. */
    private static Instant time(String text, String parameter) {
        if (text.length() > MAX_TIME_LENGTH) {
            throw invalid(text, parameter);
        }
        try {
            var time = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return time instanceof LocalDateTime utc ? utc.toInstant(ZoneOffset.UTC) : Instant.from(time);
        } catch (DateTimeException e) {
            throw invalid(text, parameter);
        }
    }

    private static String stringToSign(HttpRequest request, Parameters parameters) {
        String host = request.header("host")
                .orElseThrow(() -> NotAuthenticated.malformed("The request has no Host header."))
                .toLowerCase(Locale.ROOT);
        String path = request.rawPath().isEmpty() ? "/" : request.rawPath();
        return request.method()
                + '\n'
                + host
                + '\n'
                + path
                + '\n'
                + parameters.canonical(Parameters.BY_NAME_OCTETS, SIGNATURE);
    }

    private static byte[] sign(Credential credential, String method, String stringToSign) {
        byte[] secret = credential.secretAccessKey().getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encode(Hmac.of(method, secret, stringToSign));
    }

    private static String required(Parameters parameters, String name) {
        return parameters
                .only(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new NotAuthenticated(
                        AuthFailure.MISSING_PARAMETER, "The request must contain the parameter " + name + "."));
    }

    private static NotAuthenticated invalid(String value, String parameter) {
        return new NotAuthenticated(
                AuthFailure.INVALID_PARAMETER,
                "Value (%s) for parameter %s is invalid.".formatted(NotAuthenticated.quoted(value), parameter));
    }
}
