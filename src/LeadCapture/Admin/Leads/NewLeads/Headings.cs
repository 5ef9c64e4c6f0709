using System.Collections.Frozen;
using LeadCapture.Forms;

namespace LeadCapture.Admin.Leads.NewLeads;

/// What other tools call their columns, the most telling first: LinkedIn, Google, HubSpot, Salesforce, badge scanners, and people in
/// English, German, French and Spanish.
public static class Headings
{
    private static readonly (string Target, string[] Names)[] Known =
    [
        ("email",
        [
            "Email", "Email address", "E-mail 1 - Value", "Work email", "Business email", "Contact email", "Primary email", "Mail",
            "E-Mail-Adresse", "Mailadresse", "Courriel", "Adresse e-mail", "Adresse mail", "Correo electrónico", "Correo",
            "E-mail 2 - Value", "E-mail 3 - Value", "Email 1", "Email 2", "Secondary email", "Personal email", "Other email",
        ]),
        ("firstName", ["First name", "Given name", "Forename", "First", "Vorname", "Prénom", "Prenom", "Nombre"]),
        ("lastName", ["Last name", "Family name", "Surname", "Last", "Nachname", "Familienname", "Nom", "Nom de famille", "Apellidos", "Apellido"]),
        (Target.FullName,
            ["Full name", "Name", "Contact name", "Attendee name", "Attendee", "Visitor", "Visitor name", "Display name", "Nom complet"]),
        ("phone",
        [
            "Phone number", "Phone", "Telephone", "Phone 1 - Value", "Business phone", "Work phone", "Telephone number", "Tel", "Tel. no.",
            "Telefon", "Telefonnummer", "Téléphone", "Teléfono", "Mobile phone number", "Mobile phone", "Mobile number", "Mobile", "Cell phone",
            "Cell", "Handy", "Mobil", "Mobiltelefon", "Portable", "Móvil", "Phone 2 - Value", "Phone 3 - Value",
        ]),
        ("phone2", ["Phone 2", "Other phone", "Second phone number"]),
        ("title",
        [
            "Job title", "Position", "Organization 1 - Title", "Organization title", "Job position", "Role", "Job function", "Function",
            "Funktion", "Berufsbezeichnung", "Poste", "Fonction", "Puesto", "Cargo", "Title",
        ]),
        ("company",
        [
            "Company", "Company name", "Organization name", "Organization 1 - Name", "Organization", "Organisation", "Firma", "Unternehmen",
            "Entreprise", "Société", "Empresa", "Primary associated company", "Associated company", "Account name", "Employer",
        ]),
        ("companySize", ["Company size", "Number of employees", "Employees"]),
        ("industry", ["Industry", "Sector", "Branche", "Secteur"]),
        ("city", ["City", "Address 1 - City", "Town", "Ort", "Stadt", "Ville", "Ciudad", "Mailing city"]),
        ("state",
            ["State or province", "State/Province", "State/Region", "Address 1 - Region", "State", "Province", "Region", "Bundesland", "Provincia"]),
        ("country", ["Country", "Country/Region", "Address 1 - Country", "Land", "Pays", "País", "Mailing country"]),
        ("timeZoneId", ["Time zone"]),
        ("linkedInUrl", ["LinkedIn profile", "LinkedIn URL", "LinkedIn", "LinkedIn profile URL", "LinkedIn bio", "Person LinkedIn URL"]),
        ("linkedInSalesNavigatorUrl", ["LinkedIn Sales Navigator URL", "Sales Navigator URL"]),
        ("linkedInRecruiterUrl", ["LinkedIn Recruiter URL"]),
        ("notes",
        [
            "Notes", "Note", "Comments", "Comment", "Remarks", "Remark", "Bemerkung", "Bemerkungen", "Kommentar", "Notizen", "Commentaires",
            "Commentaire", "Observaciones",
        ]),
    ];

    private static readonly FrozenDictionary<string, (string Target, int Rank)> ByName = Known
        .SelectMany(one => one.Names.Select((name, rank) => (Name: Plain(name), one.Target, Rank: rank)))
        .DistinctBy(one => one.Name).ToFrozenDictionary(one => one.Name, one => (one.Target, one.Rank));

    /// Letters and digits alone: tools write the same words in many ways.
    public static string Plain(string heading) =>
        string.Concat(InputNormalizer.Clean(heading).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// Rank: the lower, the more telling.
    public static (string Target, int Rank)? Find(string heading) =>
        ByName.TryGetValue(Plain(heading), out var found) ? found : null;
}
