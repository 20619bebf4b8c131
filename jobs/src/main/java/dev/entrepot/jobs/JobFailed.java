package dev.entrepot.jobs;

/** Thrown by a kind of job when a job cannot succeed, however often it is tried: the bucket is gone, access is denied. */
public final class JobFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code one of the service's own failure codes
     * @param message for the job's owner
     */
    public JobFailed(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }

    JobFailure failure() {
        return new JobFailure(code, String.valueOf(getMessage()));
    }
}
