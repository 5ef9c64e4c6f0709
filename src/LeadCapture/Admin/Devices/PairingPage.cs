namespace LeadCapture.Admin.Devices;

/// The code that pairs a tablet, shown once. Address: with the code behind its #, which no server and no log sees.
public sealed record PairingPage(string Event, string Device, string Code, string Address)
{
    public string Spaced => $"{Code[..4]} {Code[4..]}";
}
