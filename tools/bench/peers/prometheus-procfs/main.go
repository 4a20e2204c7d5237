// Works once for each line on stdin, and says on stdout what that cost: ADAPTER REPEAT LIST, where LIST is a file that
// names a folder like /proc/PID in each line.
package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/prometheus/procfs"
)

// regions is how many there are.
func regions(folder string) (int, error) {
	fs, err := procfs.NewFS(filepath.Dir(folder))
	if err != nil {
		return 0, err
	}
	pid, err := strconv.Atoi(filepath.Base(folder))
	if err != nil {
		return 0, err
	}
	process, err := fs.Proc(pid)
	if err != nil {
		return 0, err
	}
	maps, err := process.ProcMaps()
	return len(maps), err
}

// refuses tells a panic like an error.
func refuses(folder string, found *int) (refused bool) {
	defer func() {
		if recover() != nil {
			refused = true
		}
	}()
	count, err := regions(folder)
	*found += count
	return err != nil
}

func ms(span time.Duration) float64 {
	return float64(span.Nanoseconds()) / 1e6
}

// cost works once. The buffer is the one of the library's scanner at its start.
func cost(folders []string, adapter string, repeat int) {
	var before, after runtime.MemStats
	found, refused := 0, 0
	runtime.ReadMemStats(&before)
	from := time.Now()
	for i := 0; i < repeat; i++ {
		for _, folder := range folders {
			if refuses(folder, &found) {
				refused++
			}
		}
	}
	wall := time.Since(from)
	runtime.ReadMemStats(&after)
	from = time.Now()
	buffer := make([]byte, 4096)
	for i := 0; i < repeat; i++ {
		for _, folder := range folders {
			read(filepath.Join(folder, adapter), buffer)
		}
	}
	fmt.Printf(`{"wall":%f,"read":%f,"regions":%d,"refused":%d,"allocated":%d}`+"\n",
		ms(wall), ms(time.Since(from)), found, refused, after.TotalAlloc-before.TotalAlloc)
}

func read(path string, buffer []byte) {
	file, err := os.Open(path)
	if err != nil {
		return
	}
	defer file.Close()
	for size := 1; size > 0; {
		size, _ = file.Read(buffer)
	}
}

func main() {
	list, err := os.ReadFile(os.Args[3])
	if err != nil {
		panic(err)
	}
	repeat, _ := strconv.Atoi(os.Args[2])
	folders := strings.Fields(string(list))
	fmt.Println("{}")
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		if lines.Text() == "nothing" {
			fmt.Println("{}")
		} else {
			cost(folders, os.Args[1], repeat)
		}
	}
}
