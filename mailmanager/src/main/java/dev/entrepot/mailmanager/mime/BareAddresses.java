package dev.entrepot.mailmanager.mime;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;

/** The bare addresses of a header that its text does not spell as such, because of quotes, comments or white space. */
final class BareAddresses {
    /** Parsing takes time that can grow with the square of the length. */
    private static final int LONGEST = 8 * 1024;

    private BareAddresses() {}

    static List<String> unlike(String text) {
        if (text.length() > LONGEST || !isOdd(text)) {
            return List.of();
        }
        var addresses = new ArrayList<String>();
        try {
            AddressList list = LenientAddressParser.DEFAULT.parseAddressList(text);
            for (Mailbox mailbox : list.flatten()) {
                if (mailbox.getDomain() != null && !text.contains(mailbox.getAddress())) {
                    addresses.add(mailbox.getAddress());
                }
            }
        } catch (RuntimeException | StackOverflowError e) {
            // It holds no addresses that anyone could read.
        }
        return addresses;
    }

    /** Whether an address may be written otherwise than as plain text: cheap, for nearly all are plain. */
    private static boolean isOdd(String text) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            char before = at == 0 ? ' ' : text.charAt(at - 1);
            char after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
            if (before == ' ' || before == '"' || before == ')' || after == ' ' || after == '(') {
                return true;
            }
        }
        return false;
    }
}
