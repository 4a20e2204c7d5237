// Prints as JSON what prometheus/procfs says about a text of maps on stdin.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"unicode/utf8"

	"github.com/prometheus/procfs"
	"golang.org/x/sys/unix"
)

type device struct {
	Major uint32 `json:"major"`
	Minor uint32 `json:"minor"`
}

type region struct {
	Start          string  `json:"start"`
	End            string  `json:"end"`
	Perms          string  `json:"perms"`
	Offset         string  `json:"offset"`
	Device         device  `json:"device"`
	Inode          string  `json:"inode"`
	Pathname       *string `json:"pathname,omitempty"`
	PathnameBase64 []byte  `json:"pathnameBase64,omitempty"`
}

// letters writes the permissions as maps does.
func letters(p *procfs.ProcMapPermissions) string {
	text := []byte("----")
	for i, bit := range []struct {
		set    bool
		letter byte
	}{{p.Read, 'r'}, {p.Write, 'w'}, {p.Execute, 'x'}, {p.Shared, 's'}} {
		if bit.set {
			text[i] = bit.letter
		}
	}
	if p.Private {
		text[3] = 'p'
	}
	return string(text)
}

// read asks the library about a folder like /proc.
func read(folder string) ([]*procfs.ProcMap, error) {
	fs, err := procfs.NewFS(folder)
	if err != nil {
		return nil, err
	}
	process, err := fs.Proc(1)
	if err != nil {
		return nil, err
	}
	return process.ProcMaps()
}

// write puts the text where the library looks for it.
func write(folder string, text io.Reader) error {
	bytes, err := io.ReadAll(text)
	if err != nil {
		return err
	}
	if err := os.Mkdir(filepath.Join(folder, "1"), 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "1", "maps"), bytes, 0o600)
}

// decode tells the status to end with: 1 where the library refuses the text.
func decode() int {
	folder, err := os.MkdirTemp("", "prometheus-procfs-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 70
	}
	defer os.RemoveAll(folder)
	if err := write(folder, os.Stdin); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 70
	}
	maps, err := read(folder)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	regions := []region{}
	for _, m := range maps {
		regions = append(regions, regionOf(m))
	}
	json.NewEncoder(os.Stdout).Encode(regions)
	return 0
}

// regionOf is what the library says of a region.
func regionOf(m *procfs.ProcMap) region {
	said := region{
		Start:  fmt.Sprintf("%x", m.StartAddr),
		End:    fmt.Sprintf("%x", m.EndAddr),
		Perms:  letters(m.Perms),
		Offset: fmt.Sprintf("%x", uint64(m.Offset)),
		Device: device{unix.Major(m.Dev), unix.Minor(m.Dev)},
		Inode:  fmt.Sprint(m.Inode),
	}
	if utf8.ValidString(m.Pathname) {
		said.Pathname = &m.Pathname
	} else {
		said.PathnameBase64 = []byte(m.Pathname)
	}
	return said
}

func main() {
	os.Exit(decode())
}
