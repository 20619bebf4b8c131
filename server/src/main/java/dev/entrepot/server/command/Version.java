package dev.entrepot.server.command;

import picocli.CommandLine.IVersionProvider;

/** The version the build wrote into the manifest. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"entrepot " + (version == null ? "(not packaged)" : version)};
    }
}
