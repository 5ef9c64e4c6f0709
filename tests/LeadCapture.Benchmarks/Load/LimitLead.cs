using System.Text.Json;

namespace LeadCapture.Benchmarks.Load;

/// Seven fields and the least check that deserves the name.
public sealed record LimitLead(
    string Email, string FirstName, string LastName, string Company, string Title, string Phone, string Notes)
{
    public bool IsSound => Email.Length is > 2 and < 255 && Email.IndexOf('@') is > 0 and var at && Email.IndexOf('.', at) > 0;

    public static LimitLead Of(IFormCollection form) => new(
        form["email"].ToString(), form["firstName"].ToString(), form["lastName"].ToString(), form["company"].ToString(),
        form["title"].ToString(), form["phone"].ToString(), form["notes"].ToString());

    public byte[] ToJson()
    {
        using var buffer = new MemoryStream(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("email", Email);
            json.WriteString("firstName", FirstName);
            json.WriteString("lastName", LastName);
            json.WriteString("company", Company);
            json.WriteString("title", Title);
            json.WriteString("phone", Phone);
            json.WriteString("notes", Notes);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }
}
