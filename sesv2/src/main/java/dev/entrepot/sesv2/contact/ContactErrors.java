package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.contract.AlreadyExistsException;
import dev.entrepot.sesv2.contract.BadRequestException;
import dev.entrepot.sesv2.contract.NotFoundException;

/** The texts about lists and contacts, as the service has them (SES dossier, sections 3.1 and 3.2). */
public final class ContactErrors {
    private ContactErrors() {}

    public static NotFoundException noSuchList(String name) {
        return new NotFoundException("List with name: " + name + " doesn't exist.");
    }

    static BadRequestException tooManyLists(int most) {
        return new BadRequestException("A maximum of " + most + " Lists allowed per account.");
    }

    static AlreadyExistsException listExists(String name) {
        return new AlreadyExistsException("List with name: " + name + " already exists.");
    }

    public static BadRequestException noSuchTopic(String listName, String topicName) {
        return new BadRequestException("List: " + listName + " doesn't contain Topic: " + topicName);
    }

    public static NotFoundException noSuchContact(String address) {
        return new NotFoundException(address + " doesn't exist in List.");
    }

    static AlreadyExistsException contactExists(String address) {
        return new AlreadyExistsException(address + " already exists in List.");
    }
}
