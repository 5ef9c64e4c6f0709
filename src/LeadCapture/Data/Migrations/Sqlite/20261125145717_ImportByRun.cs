using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LeadCapture.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ImportByRun : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // They wait an hour for their import: whoever has one open is asked for the file again.
            migrationBuilder.Sql("DELETE FROM lead_imports");

            migrationBuilder.DropColumn(
                name: "resubmitted",
                table: "lead_imports");

            migrationBuilder.DropColumn(
                name: "corrected",
                table: "lead_imports");

            migrationBuilder.AddColumn<int>(
                name: "run_id",
                table: "lead_imports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "answers",
                table: "run_leads",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "not_taken",
                table: "lead_imports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_lead_imports_run_id",
                table: "lead_imports",
                column: "run_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_lead_imports_run_id",
                table: "lead_imports");

            migrationBuilder.DropColumn(
                name: "answers",
                table: "run_leads");

            migrationBuilder.DropColumn(
                name: "not_taken",
                table: "lead_imports");

            migrationBuilder.DropColumn(
                name: "run_id",
                table: "lead_imports");

            migrationBuilder.AddColumn<int>(
                name: "corrected",
                table: "lead_imports",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "resubmitted",
                table: "lead_imports",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }
    }
}
