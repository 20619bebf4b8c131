package dev.entrepot.sesv2.event;

/** What can happen to a message on its way to a recipient; the ranks are the order of SES dossier, section 4.3. */
public enum EventType {
    SEND(1, 0),
    TRANSIENT_BOUNCE(2, 0),
    PERMANENT_BOUNCE(2, 0),
    UNDETERMINED_BOUNCE(2, 0),
    DELIVERY(3, 0),
    COMPLAINT(4, 0),
    OPEN(0, 1),
    CLICK(0, 2),
    DELIVERY_DELAY(0, 0),
    SUBSCRIPTION(0, 0),
    /** Taken by SES and not sent. */
    REJECT(0, 0),
    /** Likewise. */
    RENDERING_FAILURE(0, 0);

    private final int deliveryRank;
    private final int engagementRank;

    EventType(int deliveryRank, int engagementRank) {
        this.deliveryRank = deliveryRank;
        this.engagementRank = engagementRank;
    }

    /** 0 for what says nothing of a delivery. */
    int deliveryRank() {
        return deliveryRank;
    }

    /** 0 for what says nothing of an engagement. */
    int engagementRank() {
        return engagementRank;
    }

    boolean bounce() {
        return deliveryRank == 2;
    }

    /** Whether it can only happen to a message that was sent. */
    boolean provesSending() {
        return this != REJECT && this != RENDERING_FAILURE;
    }
}
