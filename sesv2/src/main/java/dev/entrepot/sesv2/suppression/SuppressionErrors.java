package dev.entrepot.sesv2.suppression;

import dev.entrepot.sesv2.contract.NotFoundException;
import java.util.Optional;

/** The texts about suppressed destinations (SES dossier, section 3.6). */
public final class SuppressionErrors {
    private SuppressionErrors() {}

    public static NotFoundException notSuppressed(String address) {
        return new NotFoundException("Email address " + address + " does not exist on your suppression list.");
    }

    /** Nobody can have a tenant here, so whichever is named is unknown. */
    static void noTenant(Optional<String> tenantName) {
        tenantName.ifPresent(name -> {
            throw new NotFoundException("Tenant " + name + " does not exist.");
        });
    }
}
