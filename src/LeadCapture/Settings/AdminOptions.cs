namespace LeadCapture.Settings;

/// The first owner of the admin area. Read only while there is no user.
public sealed record AdminOptions
{
    public required string? Email { get; init; }
    public required string? Password { get; init; }

    public static AdminOptions Read(SettingReader settings)
    {
        var options = new AdminOptions { Email = settings.Text("Admin:Email"), Password = settings.Secret("Admin:Password") };
        if (options.Email?.Split('@') is { } parts && (parts.Length != 2 || parts[0] == "" || parts[1] == ""))
            settings.Wrong("Admin:Email", "an email address like name@example.com");
        if (options.Email is null != options.Password is null)
            settings.Wrong(
                options.Email is null ? "Admin:Email" : "Admin:Password", "a value, because Admin:Email and Admin:Password must be set together");
        return options;
    }
}
