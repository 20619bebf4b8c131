package dev.entrepot.wire.auth;

/**
 * What a Version 4 signing key is for.
 *
 * @param date {@code yyyyMMdd}
 * @param service the service's signing name
 */
record CredentialScope(String date, String region, String service) {
    static final String TERMINATOR = "aws4_request";
    private static final int MAX_REGION_LENGTH = 64;

    /** @throws NotAuthenticated when the scope is not of this time and service, or its region can be none */
    void require(SigningTime time, String routedService) {
        if (!time.isOn(date)) {
            throw wrong("Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '%s'"
                    .formatted(NotAuthenticated.quoted(date)));
        }
        if (!isRegion(region)) {
            throw wrong("Credential should be scoped to a valid region.");
        }
        if (!service.equals(routedService)) {
            throw wrong("Credential should be scoped to correct service: '%s'.".formatted(routedService));
        }
    }

    static void requireTerminator(String terminator) {
        if (!terminator.equals(TERMINATOR)) {
            throw wrong("Credential should be scoped with a valid terminator: '%s'.".formatted(TERMINATOR));
        }
    }

    /** As it stands in the string to sign. */
    String text() {
        return date + '/' + region + '/' + service + '/' + TERMINATOR;
    }

    /** Any region is served, but it becomes part of ARNs and keys, so it must look like one. */
    private static boolean isRegion(String region) {
        for (int i = 0; i < region.length(); i++) {
            char c = region.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
        }
        return !region.isEmpty() && region.length() <= MAX_REGION_LENGTH;
    }

    private static NotAuthenticated wrong(String message) {
        return new NotAuthenticated(AuthFailure.WRONG_SCOPE, message);
    }
}
