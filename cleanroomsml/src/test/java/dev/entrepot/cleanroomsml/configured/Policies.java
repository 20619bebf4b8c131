package dev.entrepot.cleanroomsml.configured;

/** Policies as people write them. */
public final class Policies {
    private Policies() {}

    /**
     * Lets an account start jobs on a configured model.
     *
     * @param condition a JSON object; empty for none
     */
    public static String letting(String principal, String configured, String condition) {
        String jobs = configured.substring(0, configured.lastIndexOf(':')) + ":audience-generation-job/*";
        String who = principal.equals("*") ? "\"*\"" : "{\"AWS\":[\"" + principal + "\"]}";
        return """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":%s,\
                "Action":"cleanrooms-ml:StartAudienceGenerationJob","Resource":["%s","%s"]%s}]}""".formatted(who, configured, jobs, condition.isEmpty() ? "" : ",\"Condition\":" + condition);
    }

    /** A condition that requests name this collaboration. */
    public static String collaboration(String id) {
        return "{\"StringEquals\":{\"cleanrooms-ml:CollaborationId\":\"" + id + "\"}}";
    }
}
