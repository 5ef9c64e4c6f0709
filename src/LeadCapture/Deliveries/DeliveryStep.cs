namespace LeadCapture.Deliveries;

/// Where a delivery stands on its way. The numbers are stored.
public enum DeliveryStep
{
    /// Reply.io gets the contact. Also the step of a delivery that is over.
    Contact = 0,

    /// The contact joins the lists, one after the other.
    Lists = 1,

    /// The contact is enrolled in the sequence.
    Sequence = 2,

    /// The contact is read again, with the sequences and lists it is in now.
    ReadBack = 3,

    /// The contact is taken out of the sequence again.
    Removal = 4,
}
