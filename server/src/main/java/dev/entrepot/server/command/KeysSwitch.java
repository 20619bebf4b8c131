package dev.entrepot.server.command;

import dev.entrepot.storage.Owner;
import dev.entrepot.storage.keys.LocalKeyring;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code keys disable KEY} and {@code keys enable KEY}. */
final class KeysSwitch extends KeysCommand {
    private final Change change;

    private interface Change {
        void make(LocalKeyring keyring, Owner owner, String key);
    }

    private KeysSwitch(String name, String description, Change change) {
        super(name, description, "entrepot keys " + name + " alias/exports");
        this.change = change;
    }

    static KeysCommand disable() {
        return new KeysSwitch("disable", "Disables a key; what it encrypted cannot be read.", LocalKeyring::disable);
    }

    static KeysCommand enable() {
        return new KeysSwitch("enable", "Enables a key again.", LocalKeyring::enable);
    }

    @Override
    void addOptions(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .type(String.class)
                .paramLabel("KEY")
                .index("0")
                .required(true)
                .description("its id, ARN or alias")
                .build());
    }

    @Override
    void run(ParseResult given, LocalKeyring keyring, Owner owner, Surroundings surroundings) {
        change.make(keyring, owner, given.matchedPositionalValue(0, ""));
    }
}
