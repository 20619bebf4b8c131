package dev.entrepot.simpledb.load;

/**
 * One part of an import: a step with one file.
 *
 * @param domainId where the items go; 0 while the file is only verified
 */
record FilePart(Step step, SourceFile file, long domainId) {
    enum Step {
        /** Reads all and writes nothing to the domain. */
        VERIFY,
        LOAD
    }

    static FilePart verify(SourceFile file) {
        return new FilePart(Step.VERIFY, file, 0);
    }
}
