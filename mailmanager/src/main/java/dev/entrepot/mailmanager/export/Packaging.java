package dev.entrepot.mailmanager.export;

import dev.entrepot.mailmanager.message.MessageRow;

/** How the messages of a part lie in one file, which is made a message at a time. */
interface Packaging {
    /** What the file's name ends in. */
    String suffix();

    String contentType();

    /** The bytes that the file grows by. */
    byte[] add(MessageRow message, byte[] bytes);

    /** The bytes that it ends with. */
    byte[] end();
}
