namespace LeadCapture.Sandbox;

public sealed class StoredContact
{
    private readonly Contact contact;

    internal StoredContact(Contact contact) => this.contact = contact;

    public int Id => contact.Id;

    public string? Email => contact["email"];

    public string? LinkedInUrl => contact["linkedInUrl"];

    /// <summary>How often a create stored or updated this contact.</summary>
    public int CreatedTimes => contact.CreatedTimes;

    /// <summary>As v4 answers it.</summary>
    public string Json => ContactJson.Text(contact);
}
