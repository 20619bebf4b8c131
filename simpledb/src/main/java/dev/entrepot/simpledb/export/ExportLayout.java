package dev.entrepot.simpledb.export;

/**
 * The keys of an export's objects (SimpleDB dossier, section 2.1).
 *
 * @param directory what every key begins with, without a slash at the end
 */
record ExportLayout(String directory) {
    /** @param prefix the request's; empty for none. One slash at its end is dropped, so that keys hold no {@code //} */
    static ExportLayout of(String prefix, String exportId, String domainName) {
        String parent = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        return new ExportLayout((parent.isEmpty() ? "" : parent + "/") + "AWSSimpleDB/" + exportId + "/" + domainName);
    }

    String started() {
        return directory + "/_started";
    }

    /** @param number from 1 to {@code total} */
    String dataFile(int number, int total) {
        return directory + "/data/dataFile_" + number + "_" + total + ".json";
    }

    String manifestFile() {
        return directory + "/manifest-file.json";
    }

    String manifestSummary() {
        return directory + "/manifest-summary.json";
    }
}
