package dev.entrepot.storage.keys;

import dev.entrepot.storage.Owner;
import java.util.regex.Pattern;

/**
 * The four ways a request names a key: key id, key ARN, alias name, alias ARN.
 *
 * @param name a key id, or an alias with its {@code alias/}
 */
record KeyReference(Owner owner, String name) {
    private static final Pattern ARN = Pattern.compile(
            "arn:aws:kms:([a-z0-9-]{1,32}):([0-9]{12}):(?:key/(" + Names.ID + ")|(" + Names.ALIAS + "))");

    /** @throws KeyUnusable when the text is none of the four, or its region is not the caller's */
    static KeyReference parse(Owner caller, String text) {
        var arn = ARN.matcher(text);
        if (arn.matches()) {
            var owner = new Owner(arn.group(2), arn.group(1));
            if (!owner.region().equals(caller.region())) {
                throw new KeyUnusable(KmsError.NOT_FOUND, "Invalid arn " + owner.region());
            }
            return new KeyReference(owner, arn.group(3) != null ? arn.group(3) : arn.group(4));
        }
        if (text.matches(Names.ID) || text.matches(Names.ALIAS)) {
            return new KeyReference(caller, text);
        }
        throw new KeyUnusable(KmsError.NOT_FOUND, "Invalid keyId '" + text + "'");
    }

    boolean isAlias() {
        return name.startsWith("alias/");
    }

    String arn() {
        return "arn:aws:kms:%s:%s:%s".formatted(owner.region(), owner.account(), isAlias() ? name : "key/" + name);
    }

    static final class Names {
        static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
        static final String ALIAS = "alias/[a-zA-Z0-9/_-]{1,250}";

        private Names() {}
    }
}
