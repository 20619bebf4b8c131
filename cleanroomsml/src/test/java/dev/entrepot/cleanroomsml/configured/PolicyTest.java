package dev.entrepot.cleanroomsml.configured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.cleanroomsml.resource.ResourceArn;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A policy is the only thing between another account and a model; each of its words must count. */
class PolicyTest {
    private static final String ARN = "arn:aws:cleanrooms-ml:us-east-1:444455556666:configured-audience-model/c";
    private static final String ID = "00000000-0000-0000-0000-000000000001";

    private static boolean allows(String policy, String account, String... collaboration) {
        return Policy.parse(policy, ResourceArn.parse(ARN).orElseThrow())
                .allows(
                        account,
                        Optional.of(collaboration).filter(ids -> ids.length > 0).map(ids -> ids[0]));
    }

    @Test
    void onlyTheNamedAccountsAreLetIn() {
        String policy = Policies.letting("arn:aws:iam::111122223333:root", ARN, "");
        assertThat(allows(policy, "111122223333")).isTrue();
        assertThat(allows(policy, "999900001111")).isFalse();
        assertThat(allows(Policies.letting("111122223333", ARN, ""), "111122223333"))
                .isTrue();
        assertThat(allows(Policies.letting("*", ARN, ""), "999900001111")).isTrue();
    }

    @Test
    void aConditionAsksForTheCollaboration() {
        String policy = Policies.letting("111122223333", ARN, Policies.collaboration(ID));
        assertThat(allows(policy, "111122223333", ID)).isTrue();
        assertThat(allows(policy, "111122223333", ID.replace('1', '2'))).isFalse();
        assertThat(allows(policy, "111122223333")).isFalse();
    }

    // One resource alone is not enough: the job is made in the owner's account too.
    @Test
    void bothResourcesMustBeAllowed() {
        String policy = Policies.letting("111122223333", ARN, "");
        String modelOnly = policy.replaceAll(",\"[^\"]*audience-generation-job/\\*\"", "");
        assertThat(modelOnly).isNotEqualTo(policy);
        assertThat(allows(modelOnly, "111122223333")).isFalse();
    }

    @Test
    void whatIsDeniedIsNotAllowed() {
        String allow = Policies.letting("*", ARN, "");
        String deny = Policies.letting("111122223333", ARN, "").replace("Allow", "Deny");
        String both = allow.substring(0, allow.lastIndexOf("]}")) + "," + deny.substring(deny.indexOf("[{") + 1);
        assertThat(allows(both, "999900001111")).isTrue();
        assertThat(allows(both, "111122223333")).isFalse();
    }
}
