using System.Data.Common;
using LeadCapture.Admin.Audit;
using LeadCapture.Data;
using LeadCapture.Forms;
using LeadCapture.Settings;
using Microsoft.EntityFrameworkCore;

namespace LeadCapture.Admin.Forms;

/// "LeadCapture forms …": takes forms out as files and in again, also while the program runs.
public static class FormsCommand
{
    private const string Publish = "--publish";
    private const int LargestFile = 1024 * 1024;

    private const string Usage =
        """
        LeadCapture forms list
        LeadCapture forms export SLUG
        LeadCapture forms import FILE [--publish]
        LeadCapture forms schema
        """;

    public static async Task<int> Run(string[] args)
    {
        var publish = args.Contains(Publish);
        try
        {
            return args.Where(word => word != Publish).ToArray() switch
            {
                ["list", .. var rest] => await List(OfflineDb.Open(rest)),
                ["export", var slug, .. var rest] => await Export(OfflineDb.Open(rest), slug),
                ["import", var file, .. var rest] => await Import(() => OfflineDb.Open(rest), file, publish),
                ["schema"] => Say(FormSchema.Write()),
                _ => await Refuse(Usage),
            };
        }
        catch (Exception wrong) when (wrong is SettingException or FormException)
        {
            return await Refuse(wrong.Message);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return await Refuse("The file can't be read. Check its path and permissions.");
        }
        catch (DbException)
        {
            return await Refuse(OfflineDb.NotThere);
        }
    }

    private static async Task<int> List(LeadDb opened)
    {
        await using var db = opened;
        foreach (var form in await db.Forms.AsNoTracking().Include(form => form.Versions).OrderBy(form => form.Slug).ToListAsync())
        {
            var newest = form.Versions.Max(version => version.Number);
            var state = form.PublishedVersion == Form.Unpublished ? "not published"
                : form.PublishedVersion == newest ? $"published, version {newest}"
                : $"published, version {form.PublishedVersion}; version {newest} is a draft";
            var definition = form.Versions.Single(version => version.Number == newest).Definition;
            Console.WriteLine($"{form.Slug}\t{state}\t{FormDefinition.Parse(definition).Title}");
        }
        return 0;
    }

    /// The published version; the newest one where none is published.
    private static async Task<int> Export(LeadDb opened, string slug)
    {
        await using var db = opened;
        var form = await db.Forms.AsNoTracking().Include(form => form.Versions).SingleOrDefaultAsync(form => form.Slug == slug);
        if (form is null)
            return await Refuse("There is no form with this slug. See: LeadCapture forms list");
        var version = form.Versions.Find(version => version.Number == form.PublishedVersion) ?? form.Versions.MaxBy(version => version.Number)!;
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(System.Text.Encoding.UTF8.GetBytes(FormJson.WriteFile(slug, FormDefinition.Parse(version.Definition))));
        return 0;
    }

    private static async Task<int> Import(Func<LeadDb> open, string file, bool publish)
    {
        if (new FileInfo(file).Length > LargestFile)
            return await Refuse("This file is larger than 1 MB, so it is not a form.");
        var definition = FormJson.ReadFile(await File.ReadAllTextAsync(file));
        if (definition.Slug is not { } slug)
            return await Refuse("slug: The file does not say which form it is. Add a slug, like \"slug\": \"fair\"");
        if (FormDefinitionRules.ProblemsOf(definition) is { Count: > 0 } problems)
            return await Refuse(string.Join('\n', problems.Select(problem => $"{problem.Place}: {problem.Problem}")));
        await using var db = open();
        var clock = TimeProvider.System;
        var number = await new FormImport(db, clock).Add(slug, definition, publish);
        db.AuditEntries.Add(new()
        {
            At = clock.GetUtcNow().UtcDateTime,
            Who = "The command line",
            Act = publish ? AuditAction.PublishedForm : AuditAction.ImportedForm,
            Kind = "form",
            SubjectId = slug,
            Text = $"version {number}",
            Address = "",
        });
        await db.SaveChangesAsync();
        return Say(publish
            ? $"Version {number} of {slug} is published. Visitors see it within 10 seconds.\n"
            : $"Version {number} of {slug} is saved as a draft. To publish it, import it again with --publish.\n");
    }

    private static int Say(string text)
    {
        Console.Write(text);
        return 0;
    }

    private static async Task<int> Refuse(string text)
    {
        await Console.Error.WriteLineAsync(text);
        return 1;
    }
}
