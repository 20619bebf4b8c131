package dev.entrepot.mailmanager.smtp;

import java.util.Map;

/**
 * The beginning of a message's envelope.
 *
 * @param sender empty for messages that must not be answered
 * @param utf8 whether addresses may have other letters than those of ASCII (RFC 6531)
 */
record MailFrom(String sender, boolean utf8) {
    static MailFrom of(String argument, MailLimits limits) throws Refused {
        AddressArgument parsed = AddressArgument.of("FROM:", argument);
        for (Map.Entry<String, String> parameter : parsed.parameters().entrySet()) {
            check(parameter.getKey(), parameter.getValue(), limits);
        }
        var from = new MailFrom(parsed.address(), parsed.parameters().containsKey("SMTPUTF8"));
        from.check(parsed);
        return from;
    }

    private static void check(String name, String value, MailLimits limits) throws Refused {
        switch (name) {
            case "SIZE" -> {
                if (!value.matches("[0-9]{1,20}")) {
                    throw new Refused(501, "5.5.4", "SIZE takes a number");
                }
                if (value.length() > 18 || Long.parseLong(value) > limits.messageBytes()) {
                    throw new Refused(Reply.TOO_LARGE);
                }
            }
            case "BODY" -> {
                if (!value.equalsIgnoreCase("7BIT") && !value.equalsIgnoreCase("8BITMIME")) {
                    throw new Refused(501, "5.5.4", "BODY takes 7BIT or 8BITMIME");
                }
            }
            case "SMTPUTF8" -> {
                if (!value.isEmpty()) {
                    throw new Refused(501, "5.5.4", "SMTPUTF8 takes no value");
                }
            }
            default -> throw unknown();
        }
    }

    /** The address of a recipient of this message. */
    String recipient(String argument) throws Refused {
        AddressArgument parsed = AddressArgument.of("TO:", argument);
        if (!parsed.parameters().isEmpty()) {
            throw unknown();
        }
        if (parsed.address().isEmpty()) {
            throw new Refused(501, "5.1.3", "A recipient has an address");
        }
        check(parsed);
        return parsed.address();
    }

    private void check(AddressArgument parsed) throws Refused {
        if (!utf8 && !parsed.isAscii()) {
            throw new Refused(553, "5.6.7", "Such an address needs SMTPUTF8");
        }
    }

    private static Refused unknown() {
        return new Refused(555, "5.5.4", "A parameter is not known here");
    }
}
