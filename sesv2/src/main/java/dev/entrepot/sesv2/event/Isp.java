package dev.entrepot.sesv2.event;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who keeps a recipient's mailbox, by the domain of the address.
 *
 * @param feedbackLoop whether it tells senders of complaints
 */
public record Isp(String name, boolean feedbackLoop) {
    /** Every domain that is not in the table. */
    public static final Isp OTHER = new Isp("Other", false);

    private static final Map<String, Isp> BY_DOMAIN = new HashMap<>();
    /** National domains of one: {@code yahoo.fr}, {@code hotmail.co.uk}. */
    private static final Map<String, Isp> BY_LABEL = new HashMap<>();

    static {
        add(new Isp("AOL", true), List.of("aol"), "aol.com", "aim.com", "verizon.net");
        add(new Isp("Comcast", true), List.of(), "comcast.net");
        add(new Isp("Cox", true), List.of(), "cox.net");
        add(new Isp("Fastmail", true), List.of(), "fastmail.com", "fastmail.fm");
        add(new Isp("GMX", false), List.of("gmx"), "gmx.net", "gmx.de");
        add(new Isp("Gmail", false), List.of(), "gmail.com", "googlemail.com");
        add(new Isp("Hotmail", true), List.of("hotmail", "outlook", "live"), "msn.com", "passport.com");
        add(new Isp("La Poste", true), List.of(), "laposte.net");
        add(new Isp("Libero", true), List.of(), "libero.it", "iol.it", "inwind.it", "blu.it", "giallo.it");
        add(new Isp("Mail.ru", true), List.of(), "mail.ru", "bk.ru", "inbox.ru", "list.ru", "internet.ru");
        add(new Isp("NetEase", false), List.of(), "163.com", "126.com", "yeah.net");
        add(new Isp("Orange", true), List.of(), "orange.fr", "wanadoo.fr");
        add(new Isp("Proton", false), List.of(), "proton.me", "protonmail.com", "pm.me");
        add(new Isp("QQ", false), List.of(), "qq.com", "foxmail.com");
        add(new Isp("SFR", true), List.of(), "sfr.fr", "neuf.fr");
        add(new Isp("T-Online", false), List.of(), "t-online.de", "magenta.de");
        add(new Isp("WEB.DE", false), List.of(), "web.de");
        add(new Isp("Yahoo", true), List.of("yahoo"), "ymail.com", "rocketmail.com", "myyahoo.com");
        add(new Isp("Yandex", true), List.of("yandex"), "ya.ru", "narod.ru");
        add(new Isp("iCloud", false), List.of(), "icloud.com", "me.com", "mac.com");
    }

    private static void add(Isp isp, List<String> labels, String... domains) {
        labels.forEach(label -> BY_LABEL.put(label, isp));
        List.of(domains).forEach(domain -> BY_DOMAIN.put(domain, isp));
    }

    public static Isp ofAddress(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        Isp known = BY_DOMAIN.getOrDefault(domain, OTHER);
        return known == OTHER ? national(domain) : known;
    }

    /** {@code yahoo.com}, {@code yahoo.fr} and {@code yahoo.co.uk}, but not {@code yahoo.example.com}. */
    private static Isp national(String domain) {
        int dot = domain.indexOf('.');
        String rest = domain.substring(dot + 1);
        boolean national = rest.equals("com") || rest.length() == 2 || rest.matches("com?\\.[a-z]{2}");
        return dot > 0 && national ? BY_LABEL.getOrDefault(domain.substring(0, dot), OTHER) : OTHER;
    }
}
