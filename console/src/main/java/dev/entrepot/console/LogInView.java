package dev.entrepot.console;

/**
 * The log-in form.
 *
 * @param then where to go on
 * @param trouble why it is there again; empty at first
 */
record LogInView(String accessKeyId, String region, String then, String trouble) {
    LogInView saying(String what) {
        return new LogInView(accessKeyId, region, then, what);
    }
}
