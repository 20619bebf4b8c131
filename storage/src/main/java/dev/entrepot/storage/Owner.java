package dev.entrepot.storage;

import java.util.regex.Pattern;

/**
 * The account and region that data belong to; every row and object is keyed by it.
 *
 * @param account twelve digits
 * @param region an AWS region name such as {@code us-east-1}
 */
public record Owner(String account, String region) {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,32}");

    public Owner {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException("An account id has twelve digits, not '" + account + "'");
        }
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException(
                    "A region name is lower-case letters, digits and hyphens, not '" + region + "'");
        }
    }

    /** The AWS partition that the region is in, as ARNs name it: {@code aws}. */
    public String partition() {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
